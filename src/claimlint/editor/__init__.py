"""The language server: findings while a draft is being written. Needs the extra `claimlint[lsp]`."""
