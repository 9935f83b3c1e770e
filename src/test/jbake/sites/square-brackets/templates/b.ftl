<#if true>other style</#if>
