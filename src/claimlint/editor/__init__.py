"""The language server: findings while a draft is being written. Needs pygls, the extra `lsp`."""
