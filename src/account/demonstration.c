/* demonstration.c - the sign-ins that the demonstration's page of signing in tells. */

#include "account/demonstration.h"

#include <stddef.h>

#include "base/language.h"

const struct demonstrator demonstrators[] = {
	{ "resident@quarter.example", N_("Resident"),
	  N_("Of Shangdu Road, with a mother of 78 in care and a child of 9") },
	{ "neighbour@quarter.example", N_("Neighbour"), N_("Another resident, who lives alone") },
	{ "volunteer@quarter.example", N_("Volunteer"), N_("With hours and stars") },
	{ "carer@quarter.example", N_("Carer"), N_("Goes on care visits") },
	{ "desk@quarter.example", N_("Front desk"), N_("At Sports Park") },
	{ "manager@quarter.example", N_("Manager"), N_("Of Sports Park") },
	{ "organiser@quarter.example", N_("Organiser"),
	  N_("Of an enterprise that has joined the network") },
	{ "district@quarter.example", N_("District office"),
	  N_("Oversees Zhengdong New District") },
	{ "admin@quarter.example", N_("Administrator"), N_("Of the whole network") },
	{ "auditor@quarter.example", N_("Auditor"),
	  N_("Reads the audit log and reports, changes nothing") },
	{ NULL, NULL, NULL },
};
