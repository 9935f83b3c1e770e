${content.uri} ${content.status}
