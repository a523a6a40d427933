import { z } from 'zod'
import { commentVisibilities, longestComment, mostNamed } from '@/lib/comments/model'

/** Line ends as one sign, also those that word processors put; without the NUL that the database cannot hold. */
const cleaned = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\v', '\n')
    .replaceAll('\u0000', '')
    .trim()

/** What every comment brings: its text and the people it names, comma-separated as a form sends check boxes. */
export const commentFields = {
  text: z
    .string()
    .transform(cleaned)
    .pipe(z.string().min(1, 'comments.error.empty').max(longestComment, 'comments.error.tooLong')),
  mentions: z
    .string()
    .optional()
    .transform((text) => [...new Set((text ?? '').split(',').filter(Boolean))])
    .pipe(z.array(z.uuid('comments.error.unknownPerson')).max(mostNamed, 'comments.error.tooManyNamed')),
}

export const visibilityField = z.enum(commentVisibilities)
