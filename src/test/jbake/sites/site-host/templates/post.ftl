${config.site_host} ${config.server_port} ${config.server_hostname} ${config.server_contextPath}
