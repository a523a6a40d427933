/** Text for an XML file. Characters that XML cannot hold have been replaced before, when the document was made writable. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
