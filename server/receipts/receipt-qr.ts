import QRCode from 'qrcode';

export interface ReceiptQr {
  /** Under which people reach the service. */
  publicUrl: string;
  number: string;
  code: string;
}

/**
 * The QR code of a receipt, as SVG: the look-up page, with number and code behind the #, where no server and no log
 * sees them. Correction level M survives a fold or a stain.
 */
export function receiptQr({ publicUrl, number, code }: ReceiptQr): Promise<string> {
  const address = `${publicUrl}/qr#${new URLSearchParams({ number, code }).toString()}`;
  return QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
