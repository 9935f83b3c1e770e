404 ${content.type}
