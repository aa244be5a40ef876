"""How good Referent is on an archive: files with known answers, asked, judged, and counted."""
