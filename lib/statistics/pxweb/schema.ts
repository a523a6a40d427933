import { z } from 'zod'

/** GET of a table: what it is and its variables. */
export const tableSchema = z.looseObject({
  title: z.string(),
  variables: z
    .array(
      z.looseObject({
        code: z.string(),
        text: z.string(),
        values: z.array(z.string()).min(1),
        valueTexts: z.array(z.string()).min(1),
        /** May be left out of the question: then the table answers with the sum of all */
        elimination: z.boolean().optional(),
        time: z.boolean().optional(),
      }),
    )
    .min(1),
})
export type Table = z.output<typeof tableSchema>
export type Variable = Table['variables'][number]

/** GET of a database with `?query=*&filter=*`: every table. */
export const tablesSchema = z.array(
  z.looseObject({ id: z.string(), path: z.string(), title: z.string(), published: z.string().nullish() }),
)
