import 'server-only'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/access/next-auth'
import { requestOrigin } from '@/lib/access/session'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The standard endpoints of next-auth (/api/auth/…). */
export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  const handler = NextAuth(authOptions(await requestOrigin()))
  return handler(request, context)
}
