generated archive
