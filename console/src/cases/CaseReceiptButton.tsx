import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CaseReceipt, CaseSummary } from '@yiwang/contract';
import { renderSVG } from 'uqr';
import { get } from '../api/request.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useWords } from '../words/useWords.ts';
import { caseApi } from './useCase.ts';

/** A receipt to take along: the page that verifies it without the server, its data, and the latest entry as a QR code. */
export function CaseReceiptButton({ of }: { readonly of: CaseSummary }): ReactElement {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="text" small onClick={() => setOpen(true)}>
        {t('receipt')}
      </Button>
      {isOpen && (
        <Dialog title={`${t('receipt')} ${of.number}`} onClose={() => setOpen(false)}>
          <ReceiptOf of={of} />
        </Dialog>
      )}
    </>
  );
}

function ReceiptOf({ of }: { readonly of: CaseSummary }): ReactElement {
  const { t } = useWords();
  const path = `${caseApi(of.region, of.id)}/receipt`;
  const query = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<CaseReceipt>(path, signal) });
  const [error, setError] = useState<Error>();
  if (query.error !== null) return <FaultBox error={query.error} onRetry={() => void query.refetch()} />;
  const receipt = query.data;
  if (receipt === undefined) return <output className="load">{t('loading')}</output>;
  const latest = receipt.receipts.at(-1);
  const savePage = (): void => {
    pageWith(receipt).then(
      (page) => save(`receipt-${of.number}.html`, page, 'text/html'),
      (cause: Error) => setError(cause),
    );
  };
  return (
    <div className="db receipt">
      <p>
        {t('receiptWhat')} <span className="num">{t('receiptCount', { n: receipt.receipts.length })}</span>
      </p>
      {error !== undefined && <FaultBox error={error} />}
      {latest === undefined ? (
        <p className="q">{t('receiptNone')}</p>
      ) : (
        <>
          <div className="row">
            <Button look="primary" onClick={savePage}>
              {t('receiptSave')}
            </Button>
            <Button
              onClick={() => save(`receipt-${of.number}.json`, JSON.stringify(receipt, null, 1), 'application/json')}
            >
              {t('receiptJson')}
            </Button>
          </div>
          <img
            alt={t('receiptQr')}
            width={400}
            height={400}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(JSON.stringify({ ...receipt, receipts: [latest], verifiers: [] }), { ecc: 'L', border: 4 }))}`}
          />
          <p className="small q">{t('receiptQr')}</p>
        </>
      )}
      <dl className="facts">
        {receipt.verifiers.map((key) => (
          <div key={key.keyId} style={{ display: 'contents' }}>
            <dt>{t('keyFingerprint')}</dt>
            <dd className="mono small">
              {key.name} · {key.keyId}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The page of the server, with this receipt inside; `<` is escaped, so that no text of an entry can end the element. */
async function pageWith(receipt: CaseReceipt): Promise<string> {
  const response = await fetch('/receipt.html');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const page = await response.text();
  const data = JSON.stringify(receipt).replaceAll('<', '\\u003c');
  return page.replace(/(<script type="application\/json" id="receipt">)[^<]*/, (_, open: string) => `${open}${data}`);
}

function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
