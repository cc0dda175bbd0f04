import { useEffect, type ReactElement } from 'react';
import { Toasts } from '../parts/toast.tsx';
import { useRoute } from '../route/router.ts';
import { FieldList } from './FieldList.tsx';
import { FieldTask } from './FieldTask.tsx';

/** The pages for a phone: targets of 48 px and more, by the same tokens. */
export function FieldPages(): ReactElement {
  const route = useRoute();
  useEffect(() => {
    document.documentElement.dataset['touch'] = '';
    return () => {
      delete document.documentElement.dataset['touch'];
    };
  }, []);
  return (
    <div className="phone">
      {route.at === 'fieldTask' ? <FieldTask key={route.id} region={route.region} id={route.id} /> : <FieldList />}
      <Toasts />
    </div>
  );
}
