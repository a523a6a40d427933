import { z } from 'zod'

// Trimmed before it is judged: a pasted address often brings a space along.
const email = z.string().trim().toLowerCase().max(254, 'access.error.email').pipe(z.email('access.error.email'))

export const signInSchema = z.object({
  email,
  password: z.string().min(1, 'access.error.password').max(200, 'access.error.password'),
})
export type SignInInput = z.infer<typeof signInSchema>

export const newAccountSchema = z.object({
  secret: z.string().min(20).max(200),
  email,
  organisation: z.string().trim().min(2, 'access.error.organisation').max(200, 'access.error.organisation'),
  password: z.string().min(12, 'access.error.passwordShort').max(200, 'access.error.passwordLong'),
})
export type NewAccountInput = z.infer<typeof newAccountSchema>

export const signInFormSchema = signInSchema.extend({ next: z.string().max(500).optional() })
export const signOutSchema = z.object({})
