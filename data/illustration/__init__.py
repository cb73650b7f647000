"""How the illustrative rows are made: one module per part, all from fixed seeds, none of it fact."""
