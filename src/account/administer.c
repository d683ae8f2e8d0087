/* administer.c - finds accounts, within the part of the network that the actor administers. */

#include "account/administer.h"

#include <string.h>

#include "account/administer_sql.h"
#include "account/role.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/seal.h"
#include "base/text.h"
#include "base/tree.h"
#include "person/name_key.h"
#include "person/person.h"

WORD(account_invited, "invited", N_("Invited"));

const struct word *const managed_statuses[] = {
	&account_open, &account_invited, &account_locked, &account_closed, NULL,
};

const struct column held_role_columns[] = {
	COLUMN_ID(struct held_role, id, .hidden = true),
	COLUMN_TEXT(struct held_role, role),
	COLUMN_ID(struct held_role, node_id, .as = "place"),
	COLUMN_TEXT(struct held_role, node_name, .as = "place_name"),
	COLUMN_TIME(struct held_role, since, .hidden = true),
	COLUMN_TIME(struct held_role, until, .hidden = true),
	COLUMN_TEXT(struct held_role, given_by),
	COLUMN_END,
};

const struct column managed_columns[] = {
	COLUMN_ID(struct managed, id),
	COLUMN_ID(struct managed, person_id, .hidden = true),
	COLUMN_TEXT(struct managed, name, .hidden = true),
	COLUMN_TEXT(struct managed, language),
	COLUMN_WORD(struct managed, status, managed_statuses),
	COLUMN_INT(struct managed, name_order, .hidden = true),
	COLUMN_TIME(struct managed, made_at),
	COLUMN_TIME(struct managed, seen_at, .hidden = true),
	COLUMN_TEXT(struct managed, home_name, .as = "home"),
	COLUMN_BYTES(struct managed, phone_sealed),
	COLUMN_TEXT(struct managed, phone, .made = true),
	COLUMN_INT(struct managed, version),
	COLUMN_END,
};

const struct column named_node_columns[] = {
	COLUMN_ID(struct named_node, id),
	COLUMN_END,
};

const struct column choice_columns[] = {
	COLUMN_ID(struct choice, id),
	COLUMN_TEXT(struct choice, label),
	COLUMN_END,
};

const struct column standing_columns[] = {
	COLUMN_TEXT(struct standing, roles),
	COLUMN_INT(struct standing, sessions),
	COLUMN_INT(struct standing, tokens),
	COLUMN_END,
};

const struct field managed_query_fields[] = {
	FIELD_TEXT(struct managed_query, q, .max = 254),
	FIELD_TEXT(struct managed_query, role, .max = 12, .key = true),
	FIELD_ID(struct managed_query, place_id, .as = "centre"),
	FIELD_WORD(struct managed_query, status, managed_statuses),
	FIELD_END,
};

/* ---- the part of the network that is the actor's to administer ---- */

static void
add_node(struct managed_page *page, struct buf *part, struct id node)
{
	buf_format(part, "%s%ld", part->size > 0 ? "," : "", node.value);
	page->whole |= !id_given(tree_parent(node));
}

static struct managed_page
own_part(struct work *work)
{
	struct managed_page page = { .rows = 0 };
	struct buf part;

	buf_init(&part, work->arena, 24 * (work->grant_count + 1));
	for (size_t i = 0; i < work->grant_count; i++) {
		if (work->grants[i].may >> MAY_ADMINISTER & 1)
			add_node(&page, &part, work->grants[i].node);
	}
	page.part = part.chars;
	return page;
}

/* A place that was asked for, if the actor administers it, with all below it. */
static const struct refusal *
narrow(struct work *work, struct id place, struct managed_page *page)
{
	struct buf part;

	if (!id_given(place))
		return NULL;
	if (!work_may(work, MAY_ADMINISTER, place))
		return refuse_about(work, &unknown_place, "centre");
	buf_init(&part, work->arena, 24);
	page->whole = false;
	add_node(page, &part, place);
	page->part = part.chars;
	return NULL;
}

struct choice *
administered_places(struct work *work, size_t *count)
{
	struct managed_page page = own_part(work);

	return sql_places_of_part(work, &page, count);
}

/* ---- what was typed to find somebody ---- */

static bool
is_tail(const char *typed)
{
	return strlen(typed) == TAIL_DIGITS && strspn(typed, "0123456789") == TAIL_DIGITS;
}

/* It may be several things at once: a name in Latin letters reads like a reference. */
static void
seek(struct work *work, const char *typed, struct managed_page *page)
{
	const char *kind;
	const char *address = address_normal(work, typed, &kind);

	page->key = name_key_typed(work, typed);
	page->key_end = *page->key ? text(work, "%s\U0010FFFF", page->key) : NULL;
	page->reference = reference_parse(work, typed);
	id_parse(typed, &page->account_id);
	if (address)
		page->lookup = seal_lookup(work, kind, address);
	if (is_tail(typed))
		page->tail = address_tail(work, "phone", typed);
}

/* ---- lists ---- */

/* What a statement reads backward stands the nearest first. */
static void
turn_round(struct managed *list, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct managed first = list[i];

		list[i] = list[count - 1 - i];
		list[count - 1 - i] = first;
	}
}

static struct managed *
read_page(struct work *work, bool backward, const struct managed_page *page, size_t *count)
{
	struct managed *list;

	if (!backward)
		return page->key ? sql_managed_found_from(work, page, count)
				 : sql_managed_from(work, page, count);
	list = page->key ? sql_managed_found_before(work, page, count)
			 : sql_managed_before(work, page, count);
	turn_round(list, *count);
	return list;
}

/* Whether the actor could give this role at this place, and so may take it. */
static bool
is_in_reach(const struct work *work, const char *role, struct id node)
{
	uint64_t may = role_may(role);

	if (!work_may(work, MAY_ADMINISTER, node))
		return false;
	for (int permission = 0; permission < PERMISSION_COUNT; permission++) {
		if (may >> permission & 1 && !work_may(work, (enum permission)permission, node))
			return false;
	}
	return true;
}

static const char *
masked_phone(struct work *work, const struct managed *managed)
{
	const char *phone = NULL;

	if (managed->phone_sealed.data)
		phone = unseal(work, SEAL_PERSON_ADDRESS, managed->person_id,
			       managed->phone_sealed);
	return phone ? text_masked(work, phone) : NULL;
}

static void
complete(struct work *work, struct managed *managed)
{
	managed->phone = masked_phone(work, managed);
	managed->logins = account_logins(work, managed->id, &managed->login_count);
	managed->roles = sql_roles_of(work, managed->id, &managed->role_count);
	for (size_t i = 0; i < managed->role_count; i++) {
		struct held_role *held = &managed->roles[i];

		held->called = role_called(held->role);
		held->in_reach = is_in_reach(work, held->role, held->node_id);
	}
}

const struct refusal *
managed_list(struct work *work, const struct managed_query *query, const struct cursor *cursor,
	     struct managed **list, size_t *count)
{
	struct managed_page page = own_part(work);
	const struct refusal *refusal = narrow(work, query->place_id, &page);

	if (refusal)
		return refusal;
	page.role = query->role && *query->role ? query->role : NULL;
	page.status = query->status ? query->status->word : NULL;
	if (query->q && *query->q)
		seek(work, query->q, &page);
	page.after = cursor->after;
	page.after_id = cursor->after_id;
	page.rows = cursor->rows;
	*list = read_page(work, cursor->backward, &page, count);
	for (size_t i = 0; i < *count; i++)
		complete(work, &(*list)[i]);
	return NULL;
}

const struct refusal *
managed_find(struct work *work, struct id id, struct managed *managed)
{
	const struct managed_page page = own_part(work);

	if (!sql_managed_find(work, id, &page, managed))
		return &refused_missing;
	complete(work, managed);
	return NULL;
}

struct standing
account_standing(struct work *work, struct id account)
{
	struct standing standing = { 0 };

	(void)!sql_account_standing(work, account, &standing);
	return standing;
}

/* ---- what may be changed ---- */

REFUSAL(own_account, REFUSED_BY_RULE, NULL,
	N_("This is your own account. Ask another administrator to do that."));
REFUSAL(own_role, REFUSED_BY_RULE, "role",
	N_("Nobody gives themselves a role. Ask another administrator."));
REFUSAL(beyond_reach, REFUSED_FORBIDDEN, NULL,
	N_("This reaches beyond what you may do yourself. Ask who administers the larger part of "
	   "the network."));

const struct refusal *
managed_within_reach(struct work *work, const struct managed *managed)
{
	if (id_same(managed->id, work->actor))
		return &own_account;
	for (size_t i = 0; i < managed->role_count; i++) {
		if (!managed->roles[i].in_reach)
			return &beyond_reach;
	}
	return NULL;
}

/* Where a name is typed it is looked up: an id first, then a code or a key, then what people call
 * it, where only one is called so. */
static const struct refusal *
find_place(struct work *work, const char *typed, struct id *place)
{
	struct named_node node = { { 0 } };
	const struct named_node *called;
	size_t count;

	if (!id_parse(typed, place)) {
		if (!sql_node_named(work, typed, &node)) {
			called = sql_nodes_called(work, typed, &count);
			if (count == 1)
				node = *called;
		}
		*place = node.id;
	}
	return work_may(work, MAY_ADMINISTER, *place) ? NULL : &unknown_place;
}

/* Two moments of a draft: the days that it names are whole. */
static const struct refusal *
read_span(const struct work *work, const struct role_draft *draft, time_t *since, time_t *until)
{
	int64_t today = day_of(work->now);

	if (draft->until != DAY_NONE && draft->until < today)
		return &role_ends_early;
	*since = draft->from == DAY_NONE || draft->from <= today ? work->now
								 : day_time(draft->from, 0);
	*until = draft->until == DAY_NONE ? 0 : day_time(draft->until + 1, 0);
	return NULL;
}

const struct refusal *
managed_give(struct work *work, const struct managed *managed, const struct role_draft *draft)
{
	time_t since, until;
	struct id place;
	const struct refusal *refusal = find_place(work, draft->place, &place);

	if (!refusal && !role_called(draft->role))
		refusal = &unknown_role;
	if (!refusal && id_same(managed->id, work->actor))
		refusal = &own_role;
	if (!refusal && !is_in_reach(work, draft->role, place))
		refusal = &beyond_reach;
	if (!refusal && managed->status == &account_closed)
		refusal = &account_is_closed;
	if (!refusal)
		refusal = read_span(work, draft, &since, &until);
	return refusal ? refusal : role_give(work, managed->id, draft->role, place, since, until);
}

const struct refusal *
managed_take(struct work *work, const struct managed *managed, const struct role_draft *draft)
{
	struct id place;
	const struct refusal *refusal = find_place(work, draft->place, &place);

	if (!refusal && !role_called(draft->role))
		refusal = &unknown_role;
	if (!refusal && !is_in_reach(work, draft->role, place))
		refusal = &beyond_reach;
	return refusal ? refusal : role_take(work, managed->id, draft->role, place);
}
