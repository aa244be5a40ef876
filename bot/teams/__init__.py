"""Referent in Microsoft Teams: what is asked there, who may read it, how it is drawn and posted."""
