import { Loader, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { texts } from '../texts';
import classes from './SearchDialog.module.css';
import { type Found, useSearch } from './useSearch';

export function SearchDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={texts.search.title}
      withCloseButton={false}
      size="lg"
      yOffset="12dvh"
      centered={false}
      classNames={{ header: 'visually-hidden' }}
      padding={0}
    >
      <Search onClose={onClose} />
    </Modal>
  );
}

function Search({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const [active, setActive] = useState(0);
  const router = useRouter();
  const { found, isSearching } = useSearch(asked);
  const chosen = found[Math.min(active, found.length - 1)];
  const go = (target: Found | undefined) => {
    if (target) {
      onClose();
      router.history.push(target.to);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    } else if (event.key === 'Enter') {
      go(chosen);
    }
  };
  return (
    <>
      <TextInput
        size="lg"
        variant="unstyled"
        className={classes.input ?? ''}
        leftSection={<IconSearch size={18} />}
        rightSection={isSearching ? <Loader size={16} /> : null}
        placeholder={texts.search.placeholder}
        aria-label={texts.search.placeholder}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="search-results"
        aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id="search-results" role="listbox" aria-label={texts.search.title} className={classes.results}>
        {found.map((one, index) => (
          <Fragment key={one.id}>
            {one.group !== found[index - 1]?.group && <div className={classes.group}>{one.group}</div>}
            <div
              id={`found-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === chosen}
              className={classes.found}
              onClick={() => go(one)}
              onKeyDown={onKey}
              onMouseMove={() => setActive(index)}
            >
              <span className={classes.label}>{one.label}</span>
              <span className={classes.note}>{one.note}</span>
            </div>
          </Fragment>
        ))}
      </div>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {asked ? texts.search.nothing(asked) : texts.search.hint}
        </Text>
      )}
    </>
  );
}
