import { z } from 'zod'
import { parseTime } from '@/lib/values/parse-time'

/** A day as people write it: 1.10.2025. What comes out is 2025-10-01; `message` is the key of the error's sentence. */
export function dayField(message: string) {
  return z
    .string()
    .transform((text) => parseTime(text.trim()))
    .refine((time) => time.ok && time.value.from !== null && time.value.from === time.value.to, message)
    .transform((time) => (time.ok && time.value.from) || '')
}

/** The same where nothing need be written; nothing comes out as null. */
export function optionalDayField(message: string) {
  // Not a union: that would answer "invalid input" instead of the message.
  return z
    .string()
    .optional()
    .transform((text = '') => (text.trim() === '' ? null : parseTime(text.trim())))
    .refine(
      (time) => time === null || (time.ok && time.value.from !== null && time.value.from === time.value.to),
      message,
    )
    .transform((time) => (time?.ok ? time.value.from : null))
}

/** Text that need not be written; nothing, or only spaces, comes out as null. */
export function optionalText(longest: number, message: string) {
  return z
    .string()
    .trim()
    .max(longest, message)
    .optional()
    .transform((text) => text || null)
}

/** A choice that may be left empty or not be asked at all; nothing chosen comes out as null. */
export const optionalIdField = z
  .union([z.literal(''), z.uuid()])
  .optional()
  .transform((id) => id || null)
