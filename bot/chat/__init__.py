"""What all chats share: commands, answers that are kept, the pace of questions, a welcome."""
