${content.date?string("EEEE, d. MMMM yyyy")} ${content.date?date} ${1234567.891} ${0.5} ${1234567.891?c} ${12?string("0.00")} ${.locale}
