${content.title}: ${content.status}
