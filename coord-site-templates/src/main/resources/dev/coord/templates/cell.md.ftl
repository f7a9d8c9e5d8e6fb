 ${content} |<#rt>
