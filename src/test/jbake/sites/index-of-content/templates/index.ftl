generated index
