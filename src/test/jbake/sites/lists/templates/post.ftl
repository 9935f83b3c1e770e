${published_posts?size} ${all_content?size}
