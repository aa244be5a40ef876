"""Minutes in which many figures, people and days stand close together."""

from functools import cache

from index.documents import Document
from tests.structure_layouts import read

CIRCUS = """\
Referat af møde i Manegerådet den 12. oktober 2020

Til stede: Nanna Bro (formand), Viggo Skov, Ester Dahl

1. Billetsalg og staldene

Sagsfremstilling
Manegen solgte 4.100 billetter i 2018 og 5.300 i 2019. Prisen faldt fra 180 kr. i 2018 til
160 kr. i 2019. Regnskabet viste et tab på 70.000 kr. mod et overskud på 45.000 kr. året før.
35 procent af publikum kommer om formiddagen, og 20 procent har aldrig set hestene.
Stalden fra 1952 har siden 2011 haft plads til 24 heste. En ny stald kan bygges på 8 til 11
måneder. Hestene flyttes fra engen til laden. Viggo Skov foreslår at sælge vognene, mens
Vennekredsen ønsker at beholde dem. Laden ejes af Landboforeningen. Truppen øver normalt i tre
timer. Truppen får 900 kr. pr. forestilling. Teltet fylder 60 bænkmeter. Ester Dahl efterlyste en
plan. En måling den 4. september 2020 viste råd i bjælkerne. Hverken dyrlægen eller naboerne
er hørt. Støtten gives, hvis kommunen betaler strømmen. Snoren er længere end masten.
Naboen er imod, fordi musikken ikke er dæmpet. Lån gives kun til medlemmer, dog højst 500 kr.

Indstilling
Sekretariatet indstiller, at stalden rives ned i 2021.

Beslutning
Manegerådet udsatte sagen. Planen evalueres efter to år.

2. Nyt telt

Sagsfremstilling
Nogle foreslår, at teltet males. Leverandøren leverer stoffet den 1. maj 2021. Aftalen udløber
den 30. juni 2021. Det regnede i januar. Der er muligheder for at leje stole i op til fire uger.

Beslutning
Manegerådet besluttede at søge Fonden Lanterne om støtte til et telt. Første del af planen blev
vedtaget, og anden del blev udskudt.

3. Kostumer

Sagsfremstilling
Syerskerne har 12 dragter.

Beslutning
Godkendt som et forsøg i to år.

4. Vinterkvarter i Tranebæk

Sagsfremstilling
Et vinterkvarter er et sted, hvor dyrene bor fra november til marts. Tranebæk Kommune stiller en
mark til rådighed. Et vinterkvarter blev lukket i 2017.

Beslutning
Taget til efterretning.
"""


@cache
def circus() -> Document:
    """Return the minutes of the circus's council, as the pipeline reads them."""
    return read(CIRCUS, source="manege/2020-10-12.txt")
