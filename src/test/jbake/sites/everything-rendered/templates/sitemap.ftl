sitemap ${content.type}
