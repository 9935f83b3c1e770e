${renderer???string} ${.data_model.config???string} ${version} ${(published_posts??)?string} ${(nosuch??)?string} ${nosuch!"fallback"} ${(nosuch.deep)!"deep"} <#if content??>c</#if> 
