"""The arrays of a field's postings."""

from collections.abc import Sequence

from searchapp.engine.storage.arrays import Array, narrow
from searchapp.engine.storage.blocks import count_blocks, pack_documents
from searchapp.engine.storage.inversion import Postings
from searchapp.engine.storage.lexicon import string_arrays


def field_arrays(
    name: str, postings: Postings, terms: Sequence[str], *, positions: bool
) -> dict[str, Array]:
    """The arrays that `Field` reads; `terms` are all terms by rank.

    A field without positions keeps weighted frequencies, and the zones of each posting.
    """
    blocks = count_blocks(len(postings.lengths))
    starts, documents = pack_documents(postings.starts, postings.documents, blocks)
    arrays: dict[str, Array] = {
        f"{name}.starts": starts,
        f"{name}.documents": documents,
        f"{name}.lengths": postings.lengths,
        **string_arrays(f"{name}.terms", [terms[rank] for rank in postings.terms.tolist()]),
    }
    if positions:
        return arrays | {
            f"{name}.frequencies": postings.frequencies,
            f"{name}.positions": postings.positions,
            f"{name}.position_starts": narrow(postings.position_starts),
        }
    return arrays | {f"{name}.frequencies": postings.weights, f"{name}.zones": postings.zones}
