"""One pass over a unit's words leaves marks: claim, dose, species, absolute …"""
