<p class="now">${published_date?string("yyyy-MM-dd HH:mm")}</p>
<p class="now">${.now?string("yyyy-MM-dd HH:mm")}</p>
<p class="now">${published_date?datetime}</p>${version}
