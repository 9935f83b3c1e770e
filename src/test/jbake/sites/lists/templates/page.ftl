${published_posts?first.title}
