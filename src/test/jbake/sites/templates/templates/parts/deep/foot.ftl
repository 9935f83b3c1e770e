[foot]
