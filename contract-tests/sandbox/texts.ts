/** Made-up words for made-up conversations: several scripts, so that encodings are put to the test. */

export const summaries = [
  'The customer is dissatisfied with the product and is looking for a refund.',
  'Café order arrived cold; the customer asks for a voucher — „so schnell wie möglich“.',
  '注文した商品がまだ届いていません。配送状況を確認してほしいとのことです。',
  'العميل يريد تغيير عنوان التسليم قبل الشحن.',
  'Invoice shows the VAT twice, "net" and \\ gross\\; line break follows.\nThe total is right.',
  'The parcel is lost 📦😟 and the customer wants to talk to a person.',
  'Клиент не может войти в учётную запись после смены пароля.',
] as const

export const titles = [
  'Refund for order 1042',
  'Où est mon colis ?',
  'Zugang gesperrt',
  '配送状況の確認',
  'Change of address',
] as const

export const classifications = [
  'REFUND_REQUEST',
  'SHIPPING_DELAY',
  'ACCOUNT_ACCESS',
  'Billing question',
  'Änderung der Adresse',
  '返品',
] as const
