${posts?size} ${tags?size} ${all_content?size}
