${config.site_title} ${config.other_key}
