${content.date?date} ${content.date?time} ${content.date?datetime} ${content.date?datetime?string.medium} ${1234567.891} ${0.5} ${1234?c} ${12?string.percent} ${5/3} ${.locale}
