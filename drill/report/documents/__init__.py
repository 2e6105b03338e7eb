"""What a document holds: each module builds one kind of document from what it is about."""
