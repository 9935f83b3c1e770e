<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><updated class="now">${published_date?string("yyyy-MM-dd'T'HH:mm:ssXXX")}</updated>
<#list published_posts as post><entry><title>${post.title?xml}</title><id>${config.site_host}/${post.uri}</id><updated>${post.date?string("yyyy-MM-dd'T'HH:mm:ssXXX")}</updated><content type="html">${post.body?xml}</content></entry>
<#if post_index == 9><#break></#if></#list></feed>
