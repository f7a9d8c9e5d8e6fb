<#import "inlines.md.ftl" as inlines>
<@inlines.line content/><#t>
