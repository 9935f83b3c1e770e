${content.date?string("yyyy-MM-dd HH:mm Z")} ${content.date?datetime} ${content.date?datetime?iso_local} ${content.date?datetime?iso_utc}
