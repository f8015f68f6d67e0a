import { expect, it } from 'vitest'
import { leakIn } from './leaks.ts'

const target = { baseUrl: 'https://chat.example', token: 'secret-token', organizationId: 'acme' }
const answer = (status: number, text: string, headers = {}) => ({
  status,
  text,
  headers: new Headers(headers),
  json: text.startsWith('{') ? JSON.parse(text) : undefined,
  byteOrderMark: false,
})

it.each([
  'Error: boom\n    at list (/srv/app/chat.js:10:5)\n    at next (internal.js:1:1)',
  '{"message":"boom","stack":"Error: boom\\n    at list (chat.js:10:5)"}',
  'Traceback (most recent call last):\n  File "app.py", line 3, in list',
  'java.lang.NullPointerException\n\tat com.example.Chat.list(Chat.java:42)',
  'goroutine 17 [running]:\nmain.list()',
  '#0 /var/www/html/chat.php(12): list()',
  '{"error":"boom\\n\\tat java.base/java.lang.Integer.parseInt(Integer.java:652)"}',
  '   at Chat.List() in C:\\\\src\\\\Chat.cs:line 42',
  "chat.rb:12:in `list'",
])('finds the stack trace in %j', (text) => {
  expect(leakIn(answer(500, text), target)).toMatch(/stack trace|path/)
})

it.each([
  'syntax error at or near "ORDER"',
  'select * from conversations where id = 1',
  'SQLITE_ERROR: no such column: foo',
  'column "foo" does not exist',
  "You have an error in your SQL syntax near ''",
  'PrismaClientValidationError',
  "Unknown column 'foo' in 'order clause'",
  '{"message":"relation \\"chats\\" does not exist"}',
  'near "--": syntax error',
])('finds the database in %j', (text) => {
  expect(leakIn(answer(400, text), target)).toBe('SQL or a database error')
})

it.each([
  '{"statusCode":400,"message":"limit must be an integer of at least 1","error":"Bad Request"}',
  'Please select one of the fields from the list',
  '<html><body><h1>404 Not Found</h1><hr>nginx/1.25</body></html>',
  'order by must be ASC or DESC',
  'We are at capacity, try again at 10:30',
  '',
])('finds nothing in %j', (text) => {
  expect(leakIn(answer(400, text), target)).toBeUndefined()
})

it('finds the token in any answer, body or header', () => {
  expect(leakIn(answer(401, 'bad token secret-token'), target)).toBe('the token in it')
  expect(leakIn(answer(200, '[]', { 'X-Debug': 'Bearer secret-token' }), target)).toBe('the token in it')
})

const jwt = {
  ...target,
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhY21lIn0.dyt0CoTl4WoVjAHI9Q_CwSKhl6d_9rhM3NrXuJttkao',
}

it.each([
  ['a part', jwt.token.slice(-20)],
  ['base64', btoa(`Bearer ${jwt.token}`)],
  ['hexadecimal', Buffer.from(jwt.token).toString('hex')],
  ['escapes of URLs', jwt.token.replace(/./g, (each) => `%${each.charCodeAt(0).toString(16)}`)],
  ['small letters', jwt.token.toLowerCase()],
])('finds the token as %s in an error and in headers', (_, text) => {
  expect(leakIn(answer(401, `bad token ${text}`), jwt)).toBe('the token in it')
  expect(leakIn(answer(200, '[]', { Location: `/login?token=${text}` }), jwt)).toBe('the token in it')
})

it('finds the token in the name of a header, which is in small letters', () => {
  expect(leakIn(answer(200, '[]', { [jwt.token]: '1' }), jwt)).toBe('the token in it')
})

it('takes no other token for it, nor what is short', () => {
  const other = jwt.token.replace(/[^.]+$/, 'RvAnWyBLaBcn3DBkx7Hj2Uqf0nKn3wTn5mO2pZ9sQ1c')
  expect(leakIn(answer(401, `renew ${other}`), jwt)).toBeUndefined()
  expect(leakIn(answer(401, `key ${jwt.token.slice(-12)}`), jwt)).toBeUndefined()
})

it("leaves people's own words alone", () => {
  expect(leakIn(answer(200, '[{"summary":"select x from y where SQLSTATE"}]'), target)).toBeUndefined()
})
