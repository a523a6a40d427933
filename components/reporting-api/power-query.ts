/** How Power BI reads a table page by page: the address stays fixed and the cursor is a part of the query, so that refreshing in the service works. */
export function powerQuery(server: string, table: string): string {
  return `let
    Page = (cursor as nullable text) =>
        Json.Document(Web.Contents("${server}", [
            RelativePath = "api/v1/" & TableName,
            Query = if cursor = null then [limit = "10000"] else [limit = "10000", cursor = cursor],
            Headers = [Authorization = "Bearer " & EtappiKey, Accept = "application/json"]
        ])),
    Pages = List.Generate(
        () => Page(null),
        each _ <> null,
        each if [cursor] = null then null else Page([cursor]),
        each [value]
    ),
    Rows = Table.FromRecords(List.Combine(Pages), null, MissingField.UseNull),
    TableName = "${table}"
in
    Rows`
}
