import { z } from 'zod'
import { isEasyPassword } from '@/lib/access/easy-passwords'

/** An address; trimmed before it is judged: a pasted one often brings a space along. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'access.error.email')
  .pipe(z.email('access.error.email'))

/** A password that somebody takes: long, and none of those that are guessed first. What it must not be named after is asked when it is kept. */
export const newPassword = z
  .string()
  .min(12, 'access.error.passwordShort')
  .max(200, 'access.error.passwordLong')
  .refine(
    (password) => password.length < 12 || password.length > 200 || !isEasyPassword(password),
    'access.error.passwordEasy',
  )

export const signInSchema = z.object({
  email: emailField,
  password: z.string().min(1, 'access.error.password').max(200, 'access.error.password'),
})
export type SignInInput = z.infer<typeof signInSchema>

export const newAccountSchema = z.object({
  secret: z.string().min(20).max(200),
  email: emailField,
  /** Of a county that is made; the link of one that is there says which it is */
  organisation: z.string().trim().min(2, 'access.error.organisation').max(200, 'access.error.organisation'),
  password: newPassword,
})
export type NewAccountInput = z.infer<typeof newAccountSchema>

export const signInFormSchema = signInSchema.extend({ next: z.string().max(500).optional() })
export const signOutSchema = z.object({})

// Long enough for a recovery code with spaces between; judged by itself only when it is tried.
const code = z.string().trim().min(1, 'access.error.code').max(60, 'access.error.code')

export const codeFormSchema = z.object({ code, next: z.string().max(500).optional() })
export const confirmSchema = z.object({ code })
/** The password or a code; named so that no answer sends it back. */
export const proofSchema = z.object({
  password: z.string().min(1, 'access.error.proof').max(200, 'access.error.proof'),
})
export const endSessionSchema = z.object({ sessionId: z.uuid() })
export const personSchema = z.object({ userId: z.uuid() })
/** One yes more than a click: nobody else can tell who asks. */
export const resetSchema = personSchema.extend({ sure: z.literal('yes', 'access.error.sure') })
export const personSessionSchema = personSchema.extend({ sessionId: z.uuid() })
