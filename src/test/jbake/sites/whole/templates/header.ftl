<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8"/>
    <title><#if (content.title)??>${content.title}<#else>${config.site_title}</#if></title>
    <meta name="generator" content="JBake ${version}">
    <link href="<#if (content.rootpath)??>${content.rootpath}<#else></#if>css/site.css" rel="stylesheet">
  </head>
  <body>
