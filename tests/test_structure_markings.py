"""What is closed, and what a line about it closes."""

from tests.structure_layouts import read


def test_a_sentence_on_closed_doors_closes_its_own_item_and_no_other() -> None:
    document = read(
        "Referat fra møde i Havnenævnet den 3. juni 2015\n\n"
        "1. Lodsernes løn\nSagsnr. 15/301\n\nPunktet blev behandlet for lukkede døre.\n\n"
        "2. Lukket sag: Klage\nSagsnr. 15/302\n\nSagen behandledes for lukkede døre.\n\n"
        "3. Eventuelt\n\nBeslutning\nFormanden orienterede om regattaen.\n\n"
        "Resten af mødet blev holdt for lukkede døre\n\n"
        "4. Ansættelse\nSagsnr. 15/303\n\nBeslutning\nGodkendt.\n\n"
        "5. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    assert [(i.number, i.closed) for i in document.items] == [
        ("1", True),
        ("2", True),
        ("3", False),
        ("4", True),
        ("5", True),
    ]
